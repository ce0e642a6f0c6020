package org.followerassay.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;

/**
 * What one process measured of itself.
 *
 * @param cpuSeconds of all threads of the process, compilers and collectors included
 * @param peakBytes the most memory that the process ever held, its start and warm-up included; 0 where the system does not say
 * @param bytes of the file or files that hold the ties
 * @param allBytes of everything written into tables
 * @param versions of what did the work
 */
record Measurement(
        double wallSeconds,
        double cpuSeconds,
        long peakBytes,
        long bytes,
        long allBytes,
        SortedMap<String, String> versions) {

    /** Bytes written, as a contender counts them once the clock has stopped. */
    record Written(long bytes, long allBytes, SortedMap<String, String> versions) {}

    static Measurement of(Runnable work, Callable<Written> written) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        long peakBytes = mostMemory();
        Written sizes = written.call();
        return new Measurement(wallSeconds, cpuSeconds, peakBytes, sizes.bytes(), sizes.allBytes(), sizes.versions());
    }

    private static long mostMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                .findFirst()
                .orElse(0);
    }
}
