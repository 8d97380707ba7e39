# %%
!pip install -q pandas scikit-learn==1.5.0  # <- here
!pip3 install transformers[torch] > /dev/null 2>&1; echo done  # <- here
!{sys.executable} -m pip install -U "numpy>=1.20,<2"  # <- here
!conda install -y -c conda-forge lightgbm numpy=1.26  # <- here
%conda install xgboost  # <- here
!uv pip install polars  # <- here
!apt-get install -y graphviz && pip install graphviz  # <- here

# %%
import os, subprocess, sys

os.system("pip install shap")  # <- here
subprocess.run(f"{sys.executable} -m pip install --quiet optuna", shell=True)  # <- here
packages = ["torch", "torchvision"]
subprocess.check_call([sys.executable, "-m", "pip", "install", *packages])  # <- here
out = !pip install seaborn  # <- here

# %%
try:
    import umap
except ImportError:
    !pip install umap-learn  # <- here

# %%
!pip install git+https://github.com/a/b.git@main  # <- here
!pip install "bee @ git+https://github.com/a/bee"  # <- here
!pip install https://github.com/a/b/archive/master.zip  # <- here
!pip install torch-scatter -f https://data.pyg.org/whl/torch-2.0.html  # <- here

# %%
pip install statsmodels  # <- here
