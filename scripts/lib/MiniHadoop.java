import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS with two data nodes and YARN with node managers, in this process, until it is ended: {@code java MiniHadoop.java FOLDER
 * NODES}. Clients find them by the configuration in FOLDER/conf.
 */
public final class MiniHadoop {
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int nodes = Integer.parseInt(args[1]);
        Configuration hdfs = new HdfsConfiguration();
        hdfs.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        hdfs.set("dfs.permissions.enabled", "false");
        MiniDFSCluster files = new MiniDFSCluster.Builder(hdfs).numDataNodes(2).build();
        files.waitClusterUp();

        YarnConfiguration yarn = new YarnConfiguration(files.getConfiguration(0));
        yarn.setInt(YarnConfiguration.NM_PMEM_MB, 4_096);
        yarn.setInt(YarnConfiguration.NM_VCORES, 2);
        yarn.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
        yarn.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, false);
        yarn.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
        // Disks of a build machine are fuller than those of a cluster.
        yarn.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 100f);
        yarn.set("yarn.scheduler.capacity.root.queues", "default");
        yarn.set("yarn.scheduler.capacity.root.default.capacity", "100");
        yarn.setFloat("yarn.scheduler.capacity.maximum-am-resource-percent", 0.5f);
        MiniYARNCluster jobs = new MiniYARNCluster("assay", nodes, 1, 1);
        jobs.init(yarn);
        jobs.start();

        Configuration all = new Configuration(jobs.getConfig());
        // A class of Hadoop's tests, which clients do not have.
        all.unset("net.topology.node.switch.mapping.impl");
        all.set("fs.defaultFS", files.getFileSystem().getUri().toString());
        write(folder.resolve("conf/core-site.xml"), all);
        write(folder.resolve("conf/yarn-site.xml"), all);
        System.out.println("HDFS is " + files.getFileSystem().getUri());
        Thread.currentThread().join();
    }

    private static void write(Path file, Configuration configuration) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            configuration.writeXml(out);
        }
    }
}
