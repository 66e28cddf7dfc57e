"""The guided tour of the sample project: what to do now, noticed by itself when it was done."""
