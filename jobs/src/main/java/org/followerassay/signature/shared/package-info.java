/** Followers that accounts share beyond chance, and the clusters that they form (S3). */
package org.followerassay.signature.shared;
