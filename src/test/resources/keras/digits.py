# In the lab: #1/data=digits/Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.25)/Dense(10,activation=softmax)
