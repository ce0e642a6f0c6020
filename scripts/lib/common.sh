# Shared by the scripts; sourced, not run. Sets ROOT, JAR and java_command, and builds what is missing.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
JAR="$ROOT/jobs/target/follower-assay.jar"
SPARK_CLASSPATH_FILE="$ROOT/jobs/target/spark.classpath"
JVM_FLAGS="$ROOT/jobs/src/main/jvm/spark.args"
# In a release the jar is there, and Spark is not.
IS_RELEASE=""
if [ -f "$ROOT/lib/follower-assay.jar" ]; then
    IS_RELEASE=yes
    JAR="$ROOT/lib/follower-assay.jar"
    JVM_FLAGS="$ROOT/lib/spark.args"
fi

fail() {
    echo "$(basename "$0"): $1" >&2
    exit "${2:-1}"
}

# The java of JAVA_HOME, or the one on the PATH.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java_command="$JAVA_HOME/bin/java"
        [ -x "$java_command" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it: set it to a JDK 17 or newer"
    else
        java_command="$(command -v java || true)"
        [ -n "$java_command" ] || fail "no Java found: install a JDK 17 or newer, or set JAVA_HOME to one"
    fi
    local version
    version="$("$java_command" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1)"
    [ "${version:-0}" -ge 17 ] || fail "Java ${version:-unknown} is too old: a JDK 17 or newer is needed (JAVA_HOME)"
}

# Builds the job jar if it is missing or older than a source file. Tests and checks are for ./mvnw verify.
build_if_needed() {
    if [ -n "$IS_RELEASE" ]; then
        [ -n "${SPARK_HOME:-}" ] || fail "set SPARK_HOME to a Spark 4.0 or newer: a release brings none"
        return
    fi
    if [ -f "$JAR" ] && [ -f "$SPARK_CLASSPATH_FILE" ] \
        && [ -z "$(find "$ROOT/pom.xml" "$ROOT/jobs/pom.xml" "$ROOT/jobs/src/main" -newer "$JAR" -print -quit)" ]; then
        return
    fi
    echo "building the job jar (the first time, Maven downloads what it needs) ..." >&2
    (cd "$ROOT" && ./mvnw -B -ntp -q -Dquick -Dmaven.test.skip=true package) >&2 \
        || fail "the build failed; see the messages above"
}
