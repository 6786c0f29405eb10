package dev.steep.ui;

import dev.steep.protocol.EpochLog;

/** Numbers as sentences and labels say them: sensible digits, thousands apart. */
final class Words {
    private Words() {}

    /** A whole number with commas between thousands: {@code 23,400}. */
    static String count(double number) {
        String digits = "" + (long) Math.floor(number + 0.5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** Rounded to so many places after the point, all of them written. */
    static String fixed(double number, int places) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        double scale = 1;
        for (int i = 0; i < places; i++) {
            scale *= 10;
        }
        long scaled = (long) Math.floor(Math.abs(number) * scale + 0.5);
        String digits = "" + scaled;
        digits = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
        int point = digits.length() - places;
        String text = digits.substring(0, point) + (places == 0 ? "" : "." + digits.substring(point));
        return number < 0 && scaled > 0 ? "−" + text : text;
    }

    /** What an epoch came to, for people who listen. */
    static String summary(EpochLog log) {
        StringBuilder text = new StringBuilder("Epoch " + log.epoch() + ": loss " + fixed(log.loss(), 3));
        if (!Double.isNaN(log.valLoss())) {
            text.append(", validation loss ").append(fixed(log.valLoss(), 3));
        }
        if (!Double.isNaN(log.valAccuracy())) {
            text.append(", validation accuracy ").append(fixed(log.valAccuracy(), 3));
        }
        return text.toString();
    }
}
