package org.followerassay.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether our table and DuckDB's file hold the same rows; DuckDB reads both. Fails if they differ. */
final class SameAnswer {
    /** Arguments: the question, our warehouse, and the folder of DuckDB's answer. */
    public static void main(String[] args) throws Exception {
        Question question = Question.valueOf(args[0]);
        Path output = Path.of(args[2]);
        try (Connection connection = DuckDb.open(output.resolve("spilled"));
                Statement statement = connection.createStatement()) {
            String ours = rows(
                    statement,
                    question,
                    DuckDbAnswer.files(Path.of(args[1]), question.step().output()));
            String theirs = rows(statement, question, DuckDb.quoted(output.resolve(DuckDbAnswer.FILE)));
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("the answers differ: ours " + ours + ", DuckDB's " + theirs);
            }
        }
    }

    private static String rows(Statement statement, Question question, String files) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select count(*), sum(hash(" + question.compared() + ")::hugeint) from read_parquet(" + files + ")")) {
            row.next();
            return row.getLong(1) + " rows, " + row.getString(2);
        }
    }

    private SameAnswer() {}
}
