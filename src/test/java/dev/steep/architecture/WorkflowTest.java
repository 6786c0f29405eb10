package dev.steep.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages are deployed only from a commit whose checks passed. */
class WorkflowTest {
    /** The text of each job of each workflow, by its name. */
    private static Map<String, String> jobs() throws IOException {
        Map<String, String> jobs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            for (Path file : files.sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                String job = "";
                for (String line : lines.subList(lines.indexOf("jobs:") + 1, lines.size())) {
                    if (line.matches("  [a-z-]+:")) {
                        job = line.strip().replace(":", "");
                    } else if (!line.strip().startsWith("#")) {
                        jobs.merge(job, line + "\n", String::concat);
                    }
                }
            }
        }
        return jobs;
    }

    @Test
    void oneJobDeploysWhatTheChecksOfTheSameCommitLeft() throws IOException {
        List<Map.Entry<String, String>> deploying = jobs().entrySet().stream()
                .filter(job -> job.getValue().contains("actions/deploy-pages"))
                .toList();
        assertEquals(1, deploying.size());
        String job = deploying.get(0).getValue();
        assertTrue(job.contains("    needs: verify\n"), job);
        assertTrue(job.contains("github.ref == 'refs/heads/main'"), job);
        assertTrue(job.contains("actions/download-artifact"), job);
        assertFalse(job.contains("run:") || job.contains("always()") || job.contains("checkout"), job);
        String verify = jobs().get("verify");
        assertTrue(verify.contains("- run: .ci/run\n") && !verify.contains("continue-on-error"), verify);
        assertTrue(Files.readString(Path.of(".ci/run")).contains("exec mvn -B verify\n"));
    }
}
