package org.followerassay.report;

import java.util.List;

/**
 * What a report consists of.
 *
 * @param html path of the page
 * @param manifest path of the description that was written last
 * @param tables paths of the CSV and Parquet twins
 */
public record ReportFiles(String html, String manifest, List<String> tables) {}
