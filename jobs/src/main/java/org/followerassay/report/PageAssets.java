package org.followerassay.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.followerassay.flow.Hashes;

/**
 * Style and scripts that the page carries in itself, and the policy that lets a browser run these and nothing else.
 *
 * @param charts ECharts, as its authors publish it
 */
record PageAssets(String style, String charts, String script, String notice) {
    static PageAssets load() {
        return new PageAssets(
                text("page.css"),
                text("echarts/echarts.min.js"),
                text("page.js"),
                text("echarts/NOTICE").strip());
    }

    /** No network, no inline handlers, no style attributes: three known texts may run, by their hashes. */
    String policy() {
        return "default-src 'none'; script-src " + hash(charts) + " " + hash(script) + "; style-src " + hash(style)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        byte[] digest = Hashes.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    /** Line ends as a browser will see them, or the hash would not fit. */
    private static String text(String resource) {
        try (InputStream in = PageAssets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + resource + ": build it again");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (text.contains("</script") || text.contains("</style") || text.contains("<!--")) {
                throw new IllegalStateException("the resource " + resource + " can't stand inside a page");
            }
            return text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
