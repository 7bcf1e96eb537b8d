"""The Spark that runs the work: an existing cluster, or processes of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kg.export.extras import needed

APP = "kg build"
LOCAL = "local[*]"


@contextmanager
def session(master: str | None) -> Iterator[Any]:
    """A SparkSession, stopped at the end. master: spark://host:port …; None: what spark-submit says, else this machine.

    Raises UserError where pyspark is not installed.
    """
    needed("pyspark", "spark")
    from pyspark import SparkConf  # noqa: PLC0415  half a gigabyte
    from pyspark.sql import SparkSession  # noqa: PLC0415

    conf = SparkConf().setAppName(APP)
    if master:
        conf.setMaster(master)
    elif not conf.contains("spark.master"):
        conf.setMaster(LOCAL)
    # Folders below the one that is named are read, too.
    conf.setIfMissing("spark.hadoop.mapreduce.input.fileinputformat.input.dir.recursive", "true")
    conf.setIfMissing("spark.ui.showConsoleProgress", "false")
    spark = SparkSession.builder.config(conf=conf).getOrCreate()
    try:
        yield spark
    finally:
        spark.stop()


def on_disk() -> Any:
    """Where what is asked for again is kept: on the disks of the workers."""
    from pyspark import StorageLevel  # noqa: PLC0415  half a gigabyte

    return StorageLevel.DISK_ONLY
