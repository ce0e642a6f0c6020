/**
 * What each table is, declared once: grain, key, columns with meaning and example.
 *
 * <p>Nothing comes in; {@link org.followerassay.table.Table} descriptions go out, grouped by the package that
 * fills them. It must not know sessions, files or how a row is computed.
 */
package org.followerassay.table;
