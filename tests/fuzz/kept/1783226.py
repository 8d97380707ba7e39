# Databricks notebook source
# MAGIC %%%