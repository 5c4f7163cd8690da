package org.reconbench.harness.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param name what
 * @param ok whether it will do
 * @param detail what was found
 * @param remedy what to do about it; empty if ok
 */
record Check(String name, boolean ok, String detail, String remedy) {

    static Check ok(String name, String detail) {
        return new Check(name, true, detail, "");
    }

    static Check fail(String name, String detail, String remedy) {
        return new Check(name, false, detail, remedy);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", name);
        map.put("ok", ok);
        map.put("detail", detail);
        map.put("remedy", ok ? null : remedy);
        return map;
    }
}
