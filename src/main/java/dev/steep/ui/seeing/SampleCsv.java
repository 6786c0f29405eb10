package dev.steep.ui.seeing;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.DataFacts;
import dev.steep.ui.element.AnswerText;

/** One sample as a text for a spreadsheet: a row of a table under its column names, an image or series as the grid of its numbers. */
final class SampleCsv {
    private SampleCsv() {}

    static String of(DataFacts data, int row, double truth, float[] raw) {
        StringBuilder text = new StringBuilder();
        String label = data.classes().isEmpty() ? Numbers.write(truth) : AnswerText.of(data, truth);
        if (data.shape().length == 1) {
            text.append("sample,").append(cell(SamplePage.target(data)));
            for (int i = 0; i < raw.length; i++) {
                text.append(',')
                        .append(cell(
                                i < data.features().size() ? data.features().get(i) : "" + (i + 1)));
            }
            text.append("\r\n").append(row).append(',').append(cell(label));
            for (float each : raw) {
                text.append(',').append(Numbers.write(each));
            }
            return text.append("\r\n").toString();
        }
        int across = data.shape()[1];
        int channels = data.image() ? data.shape()[2] : 1;
        for (int channel = 0; channel < channels; channel++) {
            for (int i = channel; i < raw.length; i += channels) {
                boolean ends = (i / channels + 1) % across == 0;
                text.append(Numbers.write(raw[i])).append(ends ? "\r\n" : ",");
            }
            text.append(channel < channels - 1 ? "\r\n" : ""); // channels stand below each other
        }
        return text.toString();
    }

    /** As RFC 4180 has it; what a spreadsheet would take for a formula is a text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0;
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
