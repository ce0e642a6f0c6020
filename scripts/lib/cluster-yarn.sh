# YARN and HDFS by Hadoop's own mini clusters, and a Spark that has a module for YARN; sourced by scripts/cluster.

YARN_CLASSPATH_FILE="$ROOT/target/yarn.classpath"

yarn_classpath() {
    if [ ! -f "$YARN_CLASSPATH_FILE" ] || [ "$ROOT/scripts/lib/yarn-pom.xml" -nt "$YARN_CLASSPATH_FILE" ]; then
        mkdir -p "$ROOT/target"
        "$ROOT/mvnw" -B -ntp -q -f "$ROOT/scripts/lib/yarn-pom.xml" dependency:build-classpath \
            -Dmdep.outputFile="$YARN_CLASSPATH_FILE" >&2 || fail "Spark for YARN and Hadoop's mini clusters can't be had"
    fi
    cat "$YARN_CLASSPATH_FILE"
}

yarn_up() { # nodes
    begin
    local class_path
    class_path="$(yarn_classpath)"
    rm -rf "$STATE/hdfs" "$STATE/conf" "$STATE/spark-jars"
    # Containers get the jars of Spark from here, all but the mini clusters themselves.
    mkdir -p "$STATE/spark-jars"
    tr ':' '\n' <<<"$class_path" | grep -v -e minicluster -e /junit/ | while read -r jar; do ln -sf "$jar" "$STATE/spark-jars/"; done
    # shellcheck disable=SC2046
    (cd "$STATE" && daemon hadoop "$java_command" $(grep -v -e '^#' -e '^$' "$JVM_FLAGS") -Xmx1g -cp "$class_path" \
        "$ROOT/scripts/lib/MiniHadoop.java" "$STATE" "$1")
    wait_for "$STATE/hadoop.log" "^HDFS is"
    sed -n 's/^HDFS is //p' "$STATE/hadoop.log"
}

yarn_submit() {
    local mode=client
    if [ "${1:-}" = --deploy-mode ]; then
        mode="$2"
        shift 2
    fi
    find_java
    build_if_needed
    local flags
    flags="$(grep -v -e '^#' -e '^$' "$JVM_FLAGS" | tr '\n' ' ')"
    # shellcheck disable=SC2086
    HADOOP_CONF_DIR="$STATE/conf" SPARK_LOCAL_IP=127.0.0.1 SPARK_HOME="$STATE" "$java_command" $flags -Xmx1g \
        -Dlog4j2.configurationFile="$ROOT/jobs/src/main/resources/assay-log4j2.properties" \
        -cp "$STATE/conf:$(ls "$STATE"/spark-jars/*.jar | tr '\n' ':')" org.apache.spark.deploy.SparkSubmit \
        --class org.followerassay.cli.Main --master yarn --deploy-mode "$mode" \
        --driver-memory 1g --executor-memory 1g --num-executors 2 --executor-cores 1 \
        --conf spark.yarn.jars="local:$STATE/spark-jars/*" --conf spark.log.level=ERROR --conf spark.sql.shuffle.partitions=7 \
        --conf spark.driver.extraJavaOptions="$flags" --conf spark.executor.extraJavaOptions="$flags" \
        "$JAR" "$@"
}


# From HDFS to HDFS, and the tables back for the comparison.
yarn_check() { # folder
    local hdfs class_path
    hdfs="$(sed -n 's/^HDFS is //p' "$STATE/hadoop.log")"
    class_path="$STATE/conf:$(yarn_classpath)"
    "$java_command" -cp "$class_path" org.apache.hadoop.fs.FsShell -put "$1/world/export" "$hdfs/export"
    for mode in client cluster; do
        echo "on YARN and $hdfs, deploy mode $mode ..." >&2
        yarn_submit --deploy-mode "$mode" run --quiet --input "$hdfs/export" --warehouse "$hdfs/$mode" --out "$hdfs/report-$mode"
    done
    "$java_command" -cp "$class_path" org.apache.hadoop.fs.FsShell -get "$hdfs/client" "$1/on-cluster"
    "$java_command" -cp "$class_path" org.apache.hadoop.fs.FsShell -get "$hdfs/cluster" "$1/on-cluster-too"
    "$ROOT/scripts/compare-tables" "$1/on-cluster" "$1/on-cluster-too"
}
