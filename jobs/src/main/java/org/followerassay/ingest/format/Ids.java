package org.followerassay.ingest.format;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.followerassay.flow.Hashes;

/**
 * Accounts as 63-bit ids: decimal ids pass unchanged, names become a hash of their first 63 bits.
 *
 * <p>With a key the hash is HMAC-SHA256: without the key nobody can find the name by trying all names. Among 10 million
 * names two share a hash with a probability of 5 in a million; {@link Identities} looks, and stops the run.
 */
public final class Ids implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 19;

    /** Neither an id nor a name. */
    public static final long NONE = -1;

    private final byte[] key;
    private final boolean hideNumbers;
    private transient Mac mac;

    private Ids(byte[] key, boolean hideNumbers) {
        this.key = key;
        this.hideNumbers = hideNumbers;
    }

    public static Ids open() {
        return new Ids(new byte[0], false);
    }

    /** @param hideNumbers true to hash decimal ids, too */
    public static Ids keyed(byte[] key, boolean hideNumbers) {
        return new Ids(key.clone(), hideNumbers);
    }

    /** Tells two keys apart without giving either away. */
    public String fingerprint() {
        return key.length == 0 ? "none" : Long.toHexString(hash("fingerprint", "")) + (hideNumbers ? " all" : "");
    }

    public boolean hidesNumbers() {
        return hideNumbers;
    }

    /** The id of a decimal number or of a name that begins with a letter, or {@link #NONE}. */
    public long of(String text) {
        return of("", text);
    }

    /** The same for an account of a platform, whose names are not those of another platform. */
    public long of(String platform, String text) {
        long number = number(text);
        if (number != NONE) {
            return hideNumbers ? hash(platform.isEmpty() ? "id" : "id " + platform, text) : number;
        }
        if (text.isEmpty()) {
            return NONE;
        }
        int first = text.codePointAt(0);
        return Character.isLetter(first) || first == '_' || first == '@' ? ofName(platform, text) : NONE;
    }

    /** The id of a name, whatever it begins with, or {@link #NONE}. Upper and lower case and a leading @ are one. */
    public long ofName(String text) {
        return ofName("", text);
    }

    /** The id of a name on a platform, whatever it begins with, or {@link #NONE}. */
    public long ofName(String platform, String text) {
        return isName(text) ? hash(platform.isEmpty() ? "name" : "name " + platform, normalName(text)) : NONE;
    }

    /** True if the id does not tell the account, so that the text must be kept apart. */
    public boolean hides(String text, CellKind kind) {
        return hideNumbers || kind == CellKind.NAME || number(text) == NONE;
    }

    public static String normalName(String text) {
        String bare = text.startsWith("@") ? text.substring(1) : text;
        return isAscii(bare)
                ? bare.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** A hash without key, of something that is no account: the name of a file, say. */
    public static long unkeyed(String text) {
        return first63Bits(Hashes.sha256(), "file", text);
    }

    private static long number(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST_NUMBER || (length > 1 && text.charAt(0) == '0')) {
            return NONE;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number < 0 ? NONE : number;
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.codePoints().allMatch(Ids::canBeInName)
                && !normalName(text).isBlank();
    }

    /** Half a character would become a question mark in the hash, and so the same name as another. */
    private static boolean canBeInName(int point) {
        return !Character.isISOControl(point) && point != 0xFFFD && Character.getType(point) != Character.SURROGATE;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private long hash(String domain, String text) {
        if (key.length == 0) {
            return first63Bits(Hashes.sha256(), domain, text);
        }
        try {
            if (mac == null) {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
            }
            byte[] bytes = mac.doFinal((domain + "|" + text).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(bytes).getLong() & Long.MAX_VALUE;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long first63Bits(MessageDigest digest, String domain, String text) {
        byte[] bytes = digest.digest((domain + "|" + text).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(bytes).getLong() & Long.MAX_VALUE;
    }
}
