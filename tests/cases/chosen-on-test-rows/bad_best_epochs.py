# %%
import keras_tuner as kt
import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

df = pd.read_csv("one.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b"]], df["y"], random_state=0)


def build(units=8, epochs=10):
    model = Sequential([Dense(units, activation="relu"), Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


# %%
history = build().fit(X_train, y_train, validation_data=(X_test, y_test), epochs=100)
best_epoch = np.argmax(history.history["val_accuracy"]) + 1  # <- here
final = build()
final.fit(X_train, y_train, epochs=best_epoch)
print(final.evaluate(X_test, y_test))

# %%
watched = build().fit(X_train, y_train, validation_data=(X_test, y_test), epochs=100, verbose=0)
print("best test accuracy", max(watched.history["val_accuracy"]))  # <- here

# %%
best, best_units = 0, None
for units in (4, 8, 16):
    net = build(units)
    net.fit(X_train, y_train, epochs=10)
    _, accuracy = net.evaluate(X_test, y_test)
    if accuracy > best:  # <- here
        best, best_units = accuracy, units
print(best, best_units)

# %%
tuner = kt.RandomSearch(build, objective="val_accuracy", max_trials=5)
tuner.search(X_train, y_train, validation_data=(X_test, y_test), epochs=5)  # <- here
print(tuner.get_best_models()[0].evaluate(X_test, y_test))

# %%
checkpoint = tf.keras.callbacks.ModelCheckpoint("weights.h5", monitor="val_loss", save_best_only=True)
kept = build()
kept.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=50, callbacks=[checkpoint])  # <- here
kept.load_weights("weights.h5")
print((kept.predict(X_test).round().ravel() == y_test).mean())
