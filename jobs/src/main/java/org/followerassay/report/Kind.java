package org.followerassay.report;

/** What a column of a shown table holds: how a cell reads, and its type in the twins. */
enum Kind {
    TEXT("string"),
    CODE("string"),
    /** The name of a measure, which reads as its label. */
    MEASURE("string"),
    ID("long"),
    /** A count of followers, not shown if it is small. */
    FOLLOWERS("long"),
    /** A count of anything else. */
    COUNT("long"),
    RANK("long"),
    SIGNED("long"),
    NUMBER("double"),
    SHARE("double"),
    TIME("time"),
    DAY("day"),
    FLAG("flag");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    boolean isNumber() {
        return (type.equals("long") && this != ID) || type.equals("double");
    }
}
