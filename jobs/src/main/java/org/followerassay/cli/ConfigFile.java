package org.followerassay.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options from a file, put behind those of the command line. */
final class ConfigFile {
    /**
     * The command line with the options of its --config file added, those that it gives itself left out.
     *
     * @throws AssayException if the file can't be read, or names an option that no command has
     */
    static String[] merged(String[] args, CommandLine program) {
        String file = after("--config", args);
        CommandLine command = args.length == 0 ? null : program.getSubcommands().get(args[0]);
        if (file == null || command == null) {
            return args;
        }
        List<String> all = new ArrayList<>(Arrays.asList(args));
        read(file).forEach((name, values) -> {
            OptionSpec option = command.getCommandSpec().findOption("--" + name);
            if (option == null) {
                requireSomebodyKnows(name, file, program);
            } else if (!given(option, args)) {
                all.addAll(words(option, values, file));
            }
        });
        return all.toArray(String[]::new);
    }

    private static List<String> words(OptionSpec option, List<String> values, String file) {
        boolean flag = option.arity().max() == 0;
        List<String> words = new ArrayList<>();
        for (String value : values) {
            if (!flag) {
                words.add(option.longestName() + "=" + value);
            } else if (value.equals("true")) {
                words.add(option.longestName());
            } else if (!value.equals("false")) {
                throw AssayException.usage("'" + option.longestName().substring(2) + "' in " + file
                        + " must be true or false, was '" + value + "'");
            }
        }
        return words;
    }

    private static boolean given(OptionSpec option, String[] args) {
        return Arrays.stream(args)
                .anyMatch(arg ->
                        Arrays.stream(option.names()).anyMatch(name -> arg.equals(name) || arg.startsWith(name + "=")));
    }

    private static void requireSomebodyKnows(String name, String file, CommandLine program) {
        boolean known = program.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map((CommandSpec spec) -> spec.findOption("--" + name))
                .anyMatch(option -> option != null);
        if (!known) {
            throw AssayException.usage(
                    "no command has the option '" + name + "' that " + file + " names: correct it, or take it out");
        }
    }

    private static String after(String option, String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(option + "=")) {
                return args[i].substring(option.length() + 1);
            }
            if (args[i].equals(option) && i + 1 < args.length) {
                return args[i + 1];
            }
        }
        return null;
    }

    private static Map<String, List<String>> read(String file) {
        String text = text(file);
        try {
            if (file.endsWith(".yaml") || file.endsWith(".yml")) {
                return yaml(text, file);
            }
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            Map<String, List<String>> options = new TreeMap<>();
            properties.forEach((name, value) -> options.put(name.toString(), List.of(value.toString())));
            return options;
        } catch (IOException | IllegalArgumentException | YAMLException malformed) {
            throw AssayException.usage("the options in " + file + " can't be understood: "
                    + String.valueOf(malformed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Map<String, List<String>> yaml(String text, String file) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (loaded == null) {
            return Map.of();
        }
        if (!(loaded instanceof Map<?, ?> map)) {
            throw AssayException.usage("the options file " + file + " must hold lines like 'warehouse: DIR'");
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        map.forEach((name, value) -> options.put(
                name.toString(),
                value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(yamlText(value))));
        return options;
    }

    /** YAML reads a bare 2026-10-31 as a date. */
    private static String yamlText(Object value) {
        return value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
    }

    private static String text(String file) {
        Path path = new Path(file);
        try (FSDataInputStream in = path.getFileSystem(new Configuration()).open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw AssayException.usage("the options file " + file + " after --config can't be read");
        }
    }

    private ConfigFile() {}
}
