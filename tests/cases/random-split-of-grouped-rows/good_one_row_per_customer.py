import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

t = pd.read_csv("tx.csv")
c = t.groupby("customer_id").agg(total=("amount", "sum"), n=("amount", "size")).reset_index()
c = c.merge(pd.read_csv("churn.csv"), on="customer_id")
a, b, ya, yb = train_test_split(c[["total", "n"]], c["churn"], random_state=0)
print(LogisticRegression().fit(a, ya).score(b, yb))
