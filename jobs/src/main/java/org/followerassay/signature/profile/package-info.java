/** What an audience looks like by its profiles, beside accounts of its size (S7). */
package org.followerassay.signature.profile;
