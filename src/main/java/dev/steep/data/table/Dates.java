package dev.steep.data.table;

import java.util.List;

/**
 * Dates and times as tables write them: {@code 2024-03-01}, {@code 1.3.2024}, {@code 3/1/2024 14:05}, {@code 1 Mar 2024}, {@code 14:05:30}.
 * As numbers they are days since 1 January 1970, and times of a day without a date its share.
 *
 * @param dayFirst whether {@code 3/1/2024} is the third of January
 */
record Dates(boolean dayFirst) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LONGEST = 40;
    private static final int MOST_PARTS = 7;

    /** As these cells write them: the day stands first if a first number is beyond 12. */
    static Dates of(List<String> cells) {
        for (String cell : cells) {
            int slash = cell.indexOf('/');
            if (slash > 0 && slash < 3 && digits(cell, 0, slash) > 12) {
                return new Dates(true);
            }
        }
        return new Dates(false);
    }

    /** Whether at least so many of these cells are dates or times. */
    static boolean claims(List<String> cells, double share) {
        Dates dates = of(cells);
        int odd = 0;
        for (String cell : cells) {
            odd += Double.isNaN(dates.day(cell)) ? 1 : 0;
            if (odd > (1 - share) * cells.size()) {
                return false;
            }
        }
        return !cells.isEmpty();
    }

    /** The day, or NaN if it is no date. A number alone is none. */
    double day(String cell) {
        if (cell.length() < 4 || cell.length() > LONGEST) {
            return Double.NaN;
        }
        int time = timeAt(cell);
        double share = time < 0 ? 0 : time(cell.substring(time));
        String date = time < 0 ? cell : cell.substring(0, Math.max(0, time - 1)).strip();
        if (Double.isNaN(share) || (time > 0 && "T ".indexOf(cell.charAt(time - 1)) < 0)) {
            return Double.NaN;
        }
        return time == 0 ? share : date(date) + share;
    }

    /** Where the digits before the first colon begin; -1 if there is no time. */
    private static int timeAt(String cell) {
        int colon = cell.indexOf(':');
        int at = colon;
        while (at > 0 && isDigit(cell.charAt(at - 1)) && colon - at < 2) {
            at--;
        }
        return colon < 0 ? -1 : at;
    }

    /** Hours, minutes, seconds and their decimals; what says the zone is passed over. */
    private static double time(String text) {
        double share = 0;
        double unit = 24;
        int at = 0;
        for (int part = 0; part < 3; part++) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            int number = end - at == 1 || end - at == 2 ? digits(text, at, end) : 99;
            if (number > (part == 0 ? 24 : 60)) {
                return Double.NaN;
            }
            share += number / unit;
            unit *= 60;
            if (end == text.length() || text.charAt(end) != ':') {
                at = end;
                break;
            }
            at = end + 1;
        }
        String rest = text.substring(at).strip().toLowerCase();
        boolean zone =
                rest.isEmpty() || ".,z+-".indexOf(rest.charAt(0)) >= 0 || rest.equals("am") || rest.equals("utc");
        return rest.equals("pm") ? (share < 0.5 ? share + 0.5 : share) : zone ? share : Double.NaN;
    }

    private double date(String text) {
        int[] numbers = new int[MOST_PARTS];
        int[] lengths = new int[MOST_PARTS];
        int count = 0;
        int month = 0;
        int monthAt = 0;
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int end = at + 1;
            if (isDigit(c)) {
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                if (count == 3 || end - at > 4) {
                    return Double.NaN;
                }
                lengths[count] = end - at;
                numbers[count++] = digits(text, at, end);
            } else if (isLetter(c)) {
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                int named =
                        MONTHS.indexOf(text.substring(at, Math.min(end, at + 3)).toLowerCase());
                if (named < 0 || month > 0 || end - at < 3) {
                    return Double.NaN;
                }
                month = named + 1;
                monthAt = count;
            } else if ("-/., ".indexOf(c) < 0) {
                return Double.NaN;
            }
            at = end;
        }
        return month > 0 ? named(numbers, lengths, count, month, monthAt) : numbered(text, numbers, lengths, count);
    }

    /** {@code 1 Mar 2024}, {@code Mar 1, 2024}, {@code 2024 Mar 1}, {@code Mar 2024}. */
    private static double named(int[] numbers, int[] lengths, int count, int month, int monthAt) {
        if (count == 1) {
            return lengths[0] == 4 ? day(numbers[0], month, 1) : Double.NaN;
        }
        if (count != 2 || monthAt > 1) {
            return Double.NaN;
        }
        int year = lengths[0] == 4 ? 0 : 1;
        return day(year(numbers[year], lengths[year]), month, numbers[1 - year]);
    }

    private double numbered(String text, int[] numbers, int[] lengths, int count) {
        boolean point = text.indexOf('.') > 0;
        boolean slash = text.indexOf('/') > 0;
        if (count == 2 && !point && lengths[0] == 4 && lengths[1] == 2 && text.length() == 7) {
            return day(numbers[0], numbers[1], 1);
        }
        if (count != 3 || text.indexOf(' ') >= 0 || text.indexOf(',') >= 0) {
            return Double.NaN;
        }
        if (lengths[0] == 4) {
            return day(numbers[0], numbers[1], numbers[2]);
        }
        int year = year(numbers[2], lengths[2]);
        boolean monthFirst = slash && !dayFirst;
        return day(year, numbers[monthFirst ? 0 : 1], numbers[monthFirst ? 1 : 0]);
    }

    private static int year(int number, int length) {
        return length == 2 ? number + (number < 70 ? 2000 : 1900) : length == 4 ? number : -1;
    }

    /** Days since 1 January 1970 in the Gregorian calendar (H. Hinnant, days_from_civil). */
    private static double day(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return Double.NaN;
        }
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int ofEra = y - era * 400;
        int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097.0 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
