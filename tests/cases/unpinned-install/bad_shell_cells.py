# %%
%%bash
# pip install nothing
set -e
pip install pandas scikit-learn  # <- here
pip install numpy==1.26.4
