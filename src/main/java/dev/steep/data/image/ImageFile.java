package dev.steep.data.image;

import dev.steep.data.GivenPart;
import dev.steep.data.file.StoredFile;

/**
 * One image of a data set that is to be.
 *
 * @param label its class, by its place
 * @param part the part that its folder says it is of
 */
record ImageFile(StoredFile file, ImageHeader header, int label, GivenPart part) {}
