import org.apache.spark.sql.*;
import static org.apache.spark.sql.functions.*;
import org.followerassay.flow.*;
import org.followerassay.table.*;

SparkSession spark = SparkSession.builder().appName("assay shell").master("local[*]").config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC").getOrCreate();
Warehouse warehouse = Warehouse.at(System.getenv("ASSAY_WAREHOUSE"), spark.sparkContext().hadoopConfiguration());
Inputs tables = warehouse.tables(spark, warehouse.published());
for (Table each : Tables.ALL) { tables.of(each).createOrReplaceTempView(each.name()); }

/** A published table. */
Dataset<Row> table(String name) { return spark.table(name); }

/** The first rows of a query's result. */
void show(String query) { spark.sql(query).show(50, false); }

System.out.println("tables: " + String.join(", ", Tables.ALL.stream().map(Table::name).sorted().toList()));
System.out.println("table(\"lots\") is a Dataset<Row>, show(\"select …\") runs a query; /exit leaves");
