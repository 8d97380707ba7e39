# Copies side by side: each row is there once, with more columns or channels.
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

images, labels = np.load("images.npy"), np.load("labels.npy")
colour = np.concatenate((images, images, images), axis=3)
doubled = np.concatenate([images, images[:, :, ::-1]], axis=-2)
wide = np.tile(images, 3)
for X in (colour, doubled, wide):
    X_train, X_test, y_train, y_test = train_test_split(X, labels, random_state=0)
    model = LogisticRegression().fit(X_train.reshape(len(X_train), -1), y_train)
    print(model.score(X_test.reshape(len(X_test), -1), y_test))
