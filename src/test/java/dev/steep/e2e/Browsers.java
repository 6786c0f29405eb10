package dev.steep.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of the browser tests: one Chromium, Chrome or Edge process for this JVM. Takes the one that is installed,
 * or else installs one, or else says what to install.
 */
public final class Browsers {
    /** The first is Chromium without windows, as Playwright's own is; a page opens in half the time. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome.exe",
            "microsoft-edge");

    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    private static final List<String> WINDOWS_FOLDERS = List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");
    private static final List<String> WINDOWS_PLACES =
            List.of("Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe");

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private Browsers() {}

    /** The one browser, started by the first call; it ends with this JVM. */
    public static Browser shared() {
        return Shared.BROWSER;
    }

    private static Browser start() {
        Playwright playwright = Playwright.create(new CreateOptions().setEnv(NO_DOWNLOAD));
        var options = new LaunchOptions().setArgs(arguments());
        Optional<Path> installed = find();
        if (installed.isEmpty() && playwrightInstalls()) {
            return playwright.chromium().launch(options);
        }
        Path program = installed
                .or(Browsers::debianInstalls)
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium or Chrome, and none was found. Install one (Debian and Ubuntu:"
                                + " apt-get install chromium), or set CHROME_PATH to the program."));
        return playwright.chromium().launch(options.setExecutablePath(program));
    }

    private static List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--use-fake-device-for-media-stream", // a camera that shows a clock, and is allowed
                "--use-fake-ui-for-media-stream"));
        if (isRoot()) {
            arguments.add("--no-sandbox"); // Chromium refuses to start as root with it
        }
        return arguments;
    }

    private static Optional<Path> find() {
        Stream<String> named = Stream.ofNullable(System.getenv("CHROME_PATH"));
        Stream<String> onPath = NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> folder + File.separator + name));
        Stream<String> onWindows = WINDOWS_FOLDERS.stream()
                .map(System::getenv)
                .filter(Objects::nonNull)
                .flatMap(folder -> WINDOWS_PLACES.stream().map(place -> folder + "\\" + place));
        return Stream.of(named, onPath, PLACES.stream(), onWindows)
                .flatMap(places -> places)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean playwrightInstalls() {
        System.err.println("No Chromium or Chrome found; asking Playwright to install one.");
        ProcessBuilder installer =
                Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
        installer.command().addAll(List.of("install", "chromium"));
        installer.environment().put("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "15000");
        return succeeds(installer);
    }

    private static Optional<Path> debianInstalls() {
        if (isRoot() && Files.exists(Path.of("/etc/debian_version"))) {
            System.err.println("Installing Debian's Chromium.");
            succeeds(new ProcessBuilder("apt-get", "update"));
            boolean done = debianInstalls("chromium-headless-shell") || debianInstalls("chromium");
            return done ? find() : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean debianInstalls(String name) {
        return succeeds(new ProcessBuilder("apt-get", "install", "-y", "--no-install-recommends", name));
    }

    private static boolean succeeds(ProcessBuilder command) {
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = command.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static final class Shared {
        static final Browser BROWSER = start();
    }
}
