package org.followerassay.flow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was asked to do, for its manifest.
 *
 * @param force true to compute everything again, whatever an earlier run left
 */
public record RunInfo(String command, SortedMap<String, String> options, String codeVersion, boolean force) {

    /** The values of an options record by component name, nested records as "name.component". */
    public static SortedMap<String, String> describe(Record options) {
        SortedMap<String, String> described = new TreeMap<>();
        describe(options, "", described);
        return described;
    }

    private static void describe(Record options, String prefix, Map<String, String> into) {
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            Object value = valueOf(component, options);
            if (value instanceof Record nested) {
                describe(nested, prefix + component.getName() + ".", into);
            } else {
                into.put(prefix + component.getName(), String.valueOf(value));
            }
        }
    }

    private static Object valueOf(RecordComponent component, Record options) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(options);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("option " + component.getName() + " can't be read", unreadable);
        }
    }
}
