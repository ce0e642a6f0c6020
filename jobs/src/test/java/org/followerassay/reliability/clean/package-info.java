/**
 * A platform of honest people only, grown follow by follow, for counting false alarms. In comes a seed, out go the tables of one
 * export and the kind of each listed account. It must not know how signatures work, nor the worlds they were tuned on: it
 * imports nothing of this project.
 */
package org.followerassay.reliability.clean;
