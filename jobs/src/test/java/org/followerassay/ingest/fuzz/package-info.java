/**
 * Feeds damaged exports to every format and checks what must hold for any input. In come the fixtures, a file of which is
 * changed at a time; out comes nothing, or the input that breaks a rule. A new format is found by its fixtures.
 */
package org.followerassay.ingest.fuzz;
