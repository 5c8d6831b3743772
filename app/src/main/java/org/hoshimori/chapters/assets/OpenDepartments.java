package org.hoshimori.chapters.assets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hoshimori.core.organization.Department;
import org.hoshimori.core.organization.DepartmentId;
import org.hoshimori.core.organization.DepartmentRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whether departments may be given assets. Within a transaction each is looked up once: a table's rows name the same few. */
@Component
class OpenDepartments {

    private final DepartmentRegister departments;
    private final Clock clock;

    OpenDepartments(DepartmentRegister departments, Clock clock) {
        this.departments = departments;
        this.clock = clock;
    }

    /** Whether all are known and none is closed today. */
    boolean all(Collection<DepartmentId> asked) {
        Map<DepartmentId, Boolean> known = known();
        Set<DepartmentId> others = new HashSet<>(asked);
        others.removeAll(known.keySet());
        if (!others.isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            Map<DepartmentId, Department> found = departments.find(others);
            others.forEach(each -> known.put(
                    each,
                    found.containsKey(each)
                            && found.get(each).lastDay().filter(today::isAfter).isEmpty()));
        }
        return asked.stream().allMatch(known::get);
    }

    /** What the transaction has asked before; nothing outside one. */
    @SuppressWarnings("unchecked")
    private Map<DepartmentId, Boolean> known() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> known) {
            return (Map<DepartmentId, Boolean>) known;
        }
        Map<DepartmentId, Boolean> known = new HashMap<>();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(OpenDepartments.this);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(OpenDepartments.this);
            }
        });
        return known;
    }
}
