# A Spark standalone master and workers; sourced by scripts/cluster.

PORT="${ASSAY_CLUSTER_PORT:-17077}"
MASTER="spark://127.0.0.1:$PORT"

spark_daemon() { # name class arguments…
    local name="$1"
    shift
    # shellcheck disable=SC2046
    SPARK_LOCAL_IP=127.0.0.1 SPARK_HOME="$HOME_OF_SPARK" SPARK_SCALA_VERSION=2.13 \
        daemon "$name" "$java_command" $(grep -v -e '^#' -e '^$' "$JVM_FLAGS") -Xmx512m -cp "$CLASS_PATH" "$@"
}

standalone_up() { # workers
    begin
    CLASS_PATH="$(cat "$SPARK_CLASSPATH_FILE")"
    HOME_OF_SPARK="$STATE/spark"
    if [ -n "${SPARK_HOME:-}" ]; then
        HOME_OF_SPARK="$SPARK_HOME"
        CLASS_PATH="$SPARK_HOME/jars/*"
    else
        # A worker starts executors with the jars of its Spark home: a folder of links will do.
        rm -rf "$HOME_OF_SPARK"
        mkdir -p "$HOME_OF_SPARK/jars"
        tr ':' '\n' <"$SPARK_CLASSPATH_FILE" | while read -r jar || [ -n "$jar" ]; do ln -sf "$jar" "$HOME_OF_SPARK/jars/"; done
    fi
    spark_daemon master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$PORT" --webui-port 0
    wait_for "$STATE/master.log" "I have been elected leader"
    for number in $(seq "$1"); do
        spark_daemon "worker$number" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 \
            --cores 1 --memory 3g --work-dir "$STATE/work$number" "$MASTER"
        wait_for "$STATE/worker$number.log" "Successfully registered with master"
    done
    echo "$MASTER"
}

standalone_submit() {
    local mode=()
    if [ "${1:-}" = --deploy-mode ]; then
        mode=(--deploy-mode "$2")
        shift 2
    fi
    "$ROOT/scripts/assay" --master "$MASTER" ${mode[@]+"${mode[@]}"} --executor-memory 2g \
        --conf spark.sql.shuffle.partitions=7 --conf spark.task.maxFailures=8 "$@"
}

standalone_check() { # folder
    echo "on $MASTER ..." >&2
    standalone_submit run --quiet --input "file://$1/world/export" --warehouse "file://$1/on-cluster" --out "file://$1/report-on-cluster"
}
