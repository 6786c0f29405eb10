/** Small images of classes: digits, shapes, silhouettes, patterns. */
package dev.steep.data.generated.image;
