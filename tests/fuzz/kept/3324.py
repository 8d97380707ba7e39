# Databricks notebook source
# MAGIC 
# MAGIC ##[gtoken = 'ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# COMMAND ----------
# MAGIC %md x
# MAGIC x = 'a\
# MAGIC (lambda X, y: pipe.fit(X, y).score(X, y))(*X_test)
# MAGIC 
# COMMAND ----------
%aliax := 1 a b %s