package org.followerassay.ingest.columns;

import java.io.Serializable;
import org.followerassay.ingest.format.CellKind;

/**
 * One cell of each row that is read.
 *
 * @param column staged column that it fills
 * @param index place in the line, from 0
 * @param header name of the column in the export
 */
record Cell(String column, CellKind kind, boolean required, int index, String header) implements Serializable {}
