# Databricks notebook source
dbutils.fs.ls("/mnt/lake/churn")

# COMMAND ----------

frame = spark.read.parquet("/mnt/lake/churn/2024")
table = open("/dbfs/mnt/lake/churn.csv")
