/**
 * Faults on purpose: what breaks a run, a file or a machine is done to the real program, and what readers find afterwards is
 * compared with what an undisturbed run gives. {@code scripts/reliability} runs the long forms; tests run the short ones.
 */
package org.followerassay.reliability;
