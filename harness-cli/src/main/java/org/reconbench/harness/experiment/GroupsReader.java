package org.reconbench.harness.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reconbench.core.Suggestion;
import org.reconbench.harness.experiment.Experiment.DatasetRef;
import org.reconbench.harness.experiment.Experiment.Group;

/**
 * Reads the groups of data sets that count as one. Where the experiment names all its data sets, a member must be among
 * them; what a directory holds is not known yet, so with one a name that is not there is allowed.
 */
final class GroupsReader {
    private GroupsReader() {}

    static List<Group> read(YamlValue value, List<DatasetRef> datasets) {
        List<String> names = datasets.stream().map(DatasetRef::name).toList();
        boolean open = datasets.stream().anyMatch(DatasetRef::isFolder);
        Map<String, String> groupOf = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        value.map().forEach((group, list) -> {
            List<String> members = new ArrayList<>();
            for (YamlValue item : list.items()) {
                String member = item.text();
                String other = groupOf.put(member, group);
                if (other != null) {
                    throw item.wrong("'" + member + "' is in group '" + other + "' already; a data set counts once");
                }
                if (!open && !names.contains(member)) {
                    throw item.wrong("no data set of this experiment is named '" + member + "'"
                            + Suggestion.hint(member, names) + "; there are " + String.join(", ", names));
                }
                members.add(member);
            }
            if (members.size() < 2) {
                throw list.wrong("names " + members.size() + " data sets; a group needs two or more");
            }
            if (names.contains(group) && !members.contains(group)) {
                throw list.wrong("has the name of a data set that is not in it; give the group another name");
            }
            groups.add(new Group(group, members, list.line()));
        });
        return groups;
    }
}
