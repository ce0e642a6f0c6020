package org.followerassay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.followerassay.flow.Hashes;
import org.junit.jupiter.api.Test;

/** The library that each page carries is the one that was looked at, with its licence beside it. */
class PageAssetsTest {
    @Test
    void theChartLibraryIsPinnedByItsHash() throws IOException {
        assertEquals(
                "ba9fd5434d1759fc1f08df610edc4399993d3e00d5b3cddd42f4cf46758ad29e",
                HexFormat.of().formatHex(Hashes.sha256().digest(bytes("echarts/echarts.min.js"))),
                "another ECharts than the one known to draw without eval: try scripts/check-report, then write its hash");
        assertTrue(new String(bytes("echarts/LICENSE"), StandardCharsets.UTF_8).contains("Apache License"));
        assertTrue(PageAssets.load().notice().contains("ECharts"));
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = PageAssets.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }
}
