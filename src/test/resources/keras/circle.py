# In the lab: #1/data=circle/prepare(signed)/Dense(6,activation=tanh)/Dense(4,activation=tanh)/Dense(1,activation=sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(10,100)
