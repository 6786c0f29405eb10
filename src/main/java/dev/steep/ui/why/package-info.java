/** Why the network says it of the chosen sample, and what it says of changed and drawn ones. */
package dev.steep.ui.why;
