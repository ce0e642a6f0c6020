/**
 * Who followed and who left between snapshots, who makes a habit of it, and whose audience is made of follow-backs.
 *
 * <p>Ties, coverage, profiles' statuses and degrees come in; pairs of snapshots, suspect ones, the ledger of changes, churn per
 * list, purges, actors, follow-back residues and their findings go out. An absent tie is a change only between two lists that are whole. It must not
 * know export formats, signatures of purchased followers or reports.
 */
package org.followerassay.churn;
