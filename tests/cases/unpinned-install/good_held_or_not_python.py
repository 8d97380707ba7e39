# %%
!pip install numpy==1.26.4 pandas===2.2.0 "scipy~=1.11.2" torch==2.1.*
!pip install -r requirements.txt --upgrade
!pip install -c constraints.txt pandas
!pip install --upgrade pip setuptools wheel
!pip install --no-index --find-links=/kaggle/input/wheels pandas
!pip install . ./wheels/x-1.0-py3-none-any.whl -e ../lib
!pip install git+https://github.com/a/b.git@v1.2.0 git+https://github.com/a/c@4f2a9c1d
!pip install {package} torch=={version}
!conda install -y -c conda-forge python=3.10 numpy=1.26
!conda env create -f environment.yml
!apt-get install -y graphviz
!npm install -g yarn
!pip --version; pip list | grep pandas
# !pip install pandas
!echo "pip install pandas"
!pip uninstall -y pandas

# %%
import subprocess

subprocess.run(["ls", "-l"])
subprocess.run(["pip", "install", "-r", "requirements.txt"])
print("pip install pandas")
