package org.followerassay.ingest.takeout;

import com.fasterxml.jackson.databind.JsonNode;
import org.followerassay.ingest.format.Json;

/**
 * One element of a Facebook list, in either of its two forms: {@code {"name", "timestamp"}}, or {@code {"title",
 * "string_list_data": [{"value", "timestamp"}]}}.
 *
 * @param name repaired; blank for an account that has none any more, null if the element is of neither form
 * @param time seconds since 1970 as text, or null
 */
record FacebookPerson(String name, String time) {

    static FacebookPerson of(JsonNode element) {
        JsonNode said = element.path("string_list_data").path(0);
        if (said.isObject()) {
            String name = Json.firstText(Json.text(said, "value"), Json.text(element, "title"), "");
            return new FacebookPerson(MetaText.repaired(name), MetaText.time(said.path("timestamp")));
        }
        String name = Json.text(element, "name");
        return new FacebookPerson(
                MetaText.repaired(name == null ? Json.text(element, "title") : name),
                MetaText.time(element.path("timestamp")));
    }
}
