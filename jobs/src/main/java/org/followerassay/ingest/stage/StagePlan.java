package org.followerassay.ingest.stage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Base64;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.StagedColumns;

/**
 * What is to be read, in one piece that fits into an option of a data source.
 *
 * @param tasks the units of each task
 */
record StagePlan(StagedColumns columns, Ids ids, List<List<Unit>> tasks, Lane lane) implements Serializable {

    StructType schema() {
        StructType schema = new StructType().add("source", DataTypes.IntegerType);
        for (var field : columns.schema().fields()) {
            schema = schema.add(field);
        }
        return schema;
    }

    /** What every task needs to know; each has its own units besides. */
    StagePlan withoutTasks() {
        return new StagePlan(columns, ids, List.of(), lane);
    }

    String encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static StagePlan decoded(String text) {
        try (ObjectInputStream in = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return (StagePlan) in.readObject();
        } catch (IOException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
