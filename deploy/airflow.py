"""A monthly run in Airflow 3: ingest and all signatures, then an edition. Needs apache-airflow-providers-apache-spark.

Put it among the DAGs, and set a Spark connection "spark_default" and the variable "assay_jar". A task that is repeated is harmless:
a run that finds nothing changed publishes nothing, and one that was interrupted leaves the earlier state.
"""

from datetime import datetime, timedelta

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import DAG

WAREHOUSE = "hdfs:///assay/warehouse"


def assay(task_id: str, *arguments: str) -> SparkSubmitOperator:
    return SparkSubmitOperator(
        task_id=task_id,
        application="{{ var.value.assay_jar }}",
        java_class="org.followerassay.cli.Main",
        application_args=[*arguments, "--warehouse", WAREHOUSE],
        retries=2,
        retry_delay=timedelta(minutes=5),
    )


with DAG(
    dag_id="follower_assay",
    schedule="0 3 1 * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    # The second of two runs at once would be refused when it publishes.
    max_active_runs=1,
):
    run = assay("run", "run", "--input", "hdfs:///assay/exports", "--out", "hdfs:///assay/report")
    edition = assay("edition", "report", "--edition", "{{ ds[:7] }}", "--out", "hdfs:///assay/editions/{{ ds[:7] }}")
    run >> edition
