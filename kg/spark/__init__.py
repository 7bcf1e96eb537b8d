"""spark: the same stages over partitions of a cluster, another caller and no other code. The one door to pyspark.

session     the cluster                         reading     files to articles to extractions
sets        connected components by joins       stories     which articles are copies
resolving   who is the same, by shuffles        tables      nodes and relationships as rows
importing   files for the importer of Neo4j     build       all of it, and what is written
"""
