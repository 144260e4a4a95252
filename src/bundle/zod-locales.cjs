// Zod's messages in fifty languages: diagnostics have words of their own.
