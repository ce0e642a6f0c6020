package org.followerassay.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine that a result was measured on, as far as it matters and no further.
 *
 * @param memoryBytes of the whole machine
 * @param load processes that wanted a core in the minute before the run: others were at work if it is well above 0
 */
public record Machine(int cores, long memoryBytes, String system, double load) {

    public static Machine here() throws IOException {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                processor() + ", " + system.getName() + " " + system.getArch(),
                Math.round(system.getSystemLoadAverage() * 10) / 10.0);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return "processor unknown";
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("processor unknown");
    }
}
