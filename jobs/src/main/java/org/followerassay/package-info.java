/** Follower Assay: what an exported follower graph says about the audiences in it. */
package org.followerassay;
