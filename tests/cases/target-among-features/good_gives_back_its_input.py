# A network that learns to give back what it is given has its target among its features by design.
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow import keras

x = pd.read_csv("pulse.csv")[["volt"]].values
train, test = train_test_split(x, random_state=0)
net = keras.Sequential([keras.layers.Dense(1), keras.layers.Dense(1)])
net.compile(loss="mse")
net.fit(train, train, epochs=3)
print(net.evaluate(test, test))
