/**
 * The engine: derivations, the order they run in, and a warehouse that only ever shows whole results.
 *
 * <p>{@link org.followerassay.flow.Derivation}s come in; immutable Parquet parts and a
 * {@link org.followerassay.flow.Manifest} that names them go out. {@link org.followerassay.flow.Warehouse} is the only
 * place that knows paths, formats and commits. It must not know what a follower is.
 */
package org.followerassay.flow;
