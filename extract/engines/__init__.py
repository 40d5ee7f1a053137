"""The same work where one machine is outgrown: pandas frame in, pandas frame out; Ray.

frame      `extract_frame`, what Spark, Dask and Ray call on their batches
plan       input files on any filesystem → chunks that a worker reads by itself
chunks     one chunk: its keys, its records
parts      a chunk's records as part files
ray        the run on a Ray cluster
"""
